package firsthour.delivery;

/// How a channel wants to be spoken to.
public enum ChannelKind {
    /// Slack's incoming webhooks, and those who take the same: Mattermost, Rocket.Chat, Zulip.
    SLACK
}
