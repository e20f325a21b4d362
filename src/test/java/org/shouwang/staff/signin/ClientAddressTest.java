package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void eachIpv4AddressCountsForItself() {
        assertThat(ClientAddress.key("203.0.113.7")).isEqualTo("cb007107");
        assertThat(ClientAddress.key("203.0.113.8")).isNotEqualTo(ClientAddress.key("203.0.113.7"));
    }

    @Test
    void allOfAnIpv6NetworkCountTogether() {
        String one = ClientAddress.key("2001:db8:1:2:aaaa::1");

        assertThat(one).isEqualTo("20010db800010002");
        assertThat(ClientAddress.key("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(one);
        assertThat(ClientAddress.key("2001:db8:1:3::1")).isNotEqualTo(one);
    }

    @Test
    void whatIsNoAddressIsOneKeyHoweverLong() {
        assertThat(ClientAddress.key("unknown")).isEqualTo(ClientAddress.key("x".repeat(9000)));
        assertThat(ClientAddress.key(null)).isEqualTo(ClientAddress.key("unknown"));
    }
}
