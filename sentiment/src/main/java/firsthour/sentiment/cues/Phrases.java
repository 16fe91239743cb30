package firsthour.sentiment.cues;

import firsthour.sentiment.text.Hashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Phrases as a trie over the hashes of their words, in flat arrays: each word of a post costs a
/// look-up or two, and nothing is made.
///
/// Immutable.
final class Phrases {
    /// Stands in a phrase for any one word.
    static final long ANY = 0x9E3779B97F4A7C15L;

    /// Stands in a phrase for a number.
    static final long NUMBER = 0xC2B2AE3D27D4EB4FL;

    private static final int ROOT = 0;
    private static final byte HAS_ANY = 1;
    private static final byte HAS_NUMBER = 2;

    /// Takes what is found.
    interface Finder {
        /// Takes one phrase.
        ///
        /// @param target what the phrase speaks for
        /// @param weight how much
        /// @param from its first word
        /// @param to after its last word
        void found(int target, float weight, int from, int to);
    }

    private final Hashes edges;

    /// By edge: the node to which it leads.
    private final int[] ends;

    /// By node: where its targets begin; they end where the next one's begin.
    private final int[] firsts;

    private final byte[] flags;
    private final int[] targets;
    private final float[] weights;

    private Phrases(Builder of) {
        int count = of.nodes.stream().mapToInt(node -> node.edges.size()).sum();
        long[] hashes = new long[count];
        ends = new int[count];
        firsts = new int[of.nodes.size() + 1];
        flags = new byte[of.nodes.size()];
        int all = of.nodes.stream().mapToInt(node -> node.weights.size()).sum();
        targets = new int[all];
        weights = new float[all];
        int next = 0;
        int known = 0;
        for (int n = 0; n < of.nodes.size(); n++) {
            var node = of.nodes.get(n);
            firsts[n] = next;
            for (var weight : node.weights.entrySet()) {
                targets[next] = weight.getKey();
                weights[next++] = weight.getValue();
            }
            for (var edge : node.edges.entrySet()) {
                long word = edge.getKey();
                flags[n] |= word == ANY ? HAS_ANY : word == NUMBER ? HAS_NUMBER : 0;
                hashes[known] = edge(n, word);
                ends[known++] = edge.getValue();
            }
        }
        firsts[of.nodes.size()] = next;
        edges = new Hashes(hashes);
    }

    /// Tells the finder all phrases of a post, by their first word.
    void find(Words words, Finder finder) {
        for (int from = 0; from < words.size(); from++) {
            step(ROOT, words, from, from, finder);
        }
    }

    /// Goes on from a node by the word at a place.
    private void step(int node, Words words, int from, int at, Finder finder) {
        if (at == words.size()) {
            return;
        }
        int named = end(node, words.hash(at));
        if (named < 0 && words.plain(at) != words.hash(at)) {
            named = end(node, words.plain(at));
        }
        if (named >= 0) {
            arrive(named, words, from, at + 1, finder);
        }
        if ((flags[node] & HAS_NUMBER) != 0 && words.isNumber(at)) {
            arrive(end(node, NUMBER), words, from, at + 1, finder);
        }
        if ((flags[node] & HAS_ANY) != 0 && !words.isMark(at)) {
            arrive(end(node, ANY), words, from, at + 1, finder);
        }
    }

    private void arrive(int node, Words words, int from, int to, Finder finder) {
        for (int i = firsts[node]; i < firsts[node + 1]; i++) {
            finder.found(targets[i], weights[i], from, to);
        }
        step(node, words, from, to, finder);
    }

    /// Where an edge leads, or -1.
    private int end(int node, long word) {
        int edge = edges.find(edge(node, word));
        return edge < 0 ? -1 : ends[edge];
    }

    private static long edge(int node, long word) {
        long mixed = (word ^ (node * 0x165667B19E3779F9L)) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ (mixed >>> 31)) | 1;
    }

    /// Takes phrases and makes the trie.
    static final class Builder {
        private final List<Node> nodes = new ArrayList<>(List.of(new Node()));

        private static final class Node {
            final Map<Long, Integer> edges = new HashMap<>();
            final TreeMap<Integer, Float> weights = new TreeMap<>();
        }

        /// A phrase that is told again for the same target keeps the greater weight.
        ///
        /// @param words their hashes, [#ANY] or [#NUMBER]; one at the least
        Builder add(List<Long> words, int target, float weight) {
            var node = nodes.getFirst();
            for (long word : words) {
                node =
                        nodes.get(
                                node.edges.computeIfAbsent(
                                        word,
                                        _ -> {
                                            nodes.add(new Node());
                                            return nodes.size() - 1;
                                        }));
            }
            node.weights.merge(target, weight, Math::max);
            return this;
        }

        Phrases build() {
            return new Phrases(this);
        }
    }
}
