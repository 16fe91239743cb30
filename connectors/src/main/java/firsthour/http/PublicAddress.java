package firsthour.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Tells an address of the public internet from one that only means something nearby: this machine,
/// this network, a cloud's metadata service. After IANA's special-purpose registries for IPv4 and
/// IPv6.
final class PublicAddress {
    private static final List<Block> NOT_PUBLIC_4 =
            List.of(
                    Block.of(8, 0), // this host
                    Block.of(8, 10), // private
                    Block.of(10, 100, 64), // carrier-grade NAT
                    Block.of(8, 127), // loopback
                    Block.of(16, 169, 254), // link-local, metadata services
                    Block.of(12, 172, 16), // private
                    Block.of(24, 192, 0, 0), // protocol assignments
                    Block.of(24, 192, 0, 2), // documentation
                    Block.of(24, 192, 88, 99), // 6to4 relays
                    Block.of(16, 192, 168), // private
                    Block.of(15, 198, 18), // benchmarks
                    Block.of(24, 198, 51, 100), // documentation
                    Block.of(24, 203, 0, 113), // documentation
                    Block.of(4, 224), // multicast
                    Block.of(4, 240)); // reserved, broadcast
    private static final Block GLOBAL_6 = Block.of(3, 0x20);
    private static final List<Block> NOT_PUBLIC_6 =
            List.of(
                    Block.of(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo
                    Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
                    Block.of(20, 0x3f, 0xff)); // documentation
    private static final Block SIX_TO_FOUR = Block.of(16, 0x20, 0x02);
    private static final Block NAT64 = Block.of(96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Block MAPPED = Block.of(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff);

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return address instanceof Inet4Address
                ? isPublic4(address.getAddress())
                : isPublic6(address.getAddress());
    }

    private static boolean isPublic4(byte[] bytes) {
        return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
    }

    /// An IPv6 address that carries an IPv4 address is as public as that one.
    private static boolean isPublic6(byte[] bytes) {
        if (MAPPED.holds(bytes) || NAT64.holds(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
        }
        return GLOBAL_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(b -> b.holds(bytes));
    }

    /// The addresses that share their first bits.
    private record Block(int bits, List<Integer> start) {
        static Block of(int bits, Integer... start) {
            return new Block(bits, List.of(start));
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int at = bit / 8;
                int mask = 0x80 >> (bit % 8);
                int wanted = at < start.size() ? start.get(at) : 0;
                if ((address[at] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
