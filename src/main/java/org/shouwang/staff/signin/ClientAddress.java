package org.shouwang.staff.signin;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What of a client's address is counted. */
final class ClientAddress {

    private static final int IPV4_BYTES = 4;

    /** Who has one IPv6 address has all that begin with the same 64 bits. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * The key of an address: all of an IPv4 address, the network of an IPv6 address. Whatever is no address, as a proxy may
     * send, is one key together.
     */
    static String key(@Nullable String host) {
        byte[] address = host == null ? null : NetUtil.createByteArrayFromIpAddressString(host);
        if (address == null) {
            return "";
        }
        int counted = address.length == IPV4_BYTES ? IPV4_BYTES : IPV6_NETWORK_BYTES;
        return HexFormat.of().formatHex(Arrays.copyOf(address, counted));
    }
}
