package org.shouwang.sync;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.Sha256;

/** What a phone and the server compare instead of all records of a kind. */
@Schema(name = "Digest")
record Digest(
        @Schema(examples = "child") String kind,
        int count,

        @Schema(
                description = "XOR of the first 8 bytes of SHA-256 over \"id:version\", in 16 hex digits",
                examples = "00a1b2c3d4e5f607")
        String xor) {

    static Digest of(String kind, Collection<HeldRecord> records) {
        long xor = 0;
        for (HeldRecord held : records) {
            xor ^= ByteBuffer.wrap(Sha256.of((held.id() + ":" + held.version()).getBytes(US_ASCII)))
                    .getLong();
        }
        return new Digest(kind, records.size(), HexFormat.of().toHexDigits(xor));
    }
}
