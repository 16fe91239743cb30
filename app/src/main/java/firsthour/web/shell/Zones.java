package firsthour.web.shell;

import static firsthour.language.Texts.mark;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The time zones that forms offer, by part of the world.
public final class Zones {
    private static final Set<String> REGIONS =
            Set.of(
                    mark("Africa"),
                    mark("America"),
                    mark("Antarctica"),
                    mark("Asia"),
                    mark("Atlantic"),
                    mark("Australia"),
                    mark("Europe"),
                    mark("Indian"),
                    mark("Pacific"));

    private static final Map<String, List<String>> BY_REGION = byRegionOf(places());

    private Zones() {}

    /// Regions in alphabetical order, each with its zones.
    public static Map<String, List<String>> byRegion() {
        return BY_REGION;
    }

    /// Whether a zone is among those offered.
    public static boolean offered(String zone) {
        return BY_REGION.values().stream().anyMatch(zones -> zones.contains(zone));
    }

    /// How a zone is read within its region: "New York" for "America/New_York".
    public static String label(String zone) {
        return zone.substring(zone.indexOf('/') + 1).replace('_', ' ');
    }

    private static List<String> places() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> REGIONS.contains(region(zone)) || zone.equals("UTC"))
                .sorted()
                .toList();
    }

    private static Map<String, List<String>> byRegionOf(List<String> zones) {
        return zones.stream()
                .collect(Collectors.groupingBy(Zones::region, TreeMap::new, Collectors.toList()));
    }

    private static String region(String zone) {
        int slash = zone.indexOf('/');
        return slash < 0 ? mark("World") : zone.substring(0, slash);
    }
}
