package org.shouwang.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.shouwang.platform.backup.Manifest.Part;

/** Counts and sums what flows by: bytes, lines, SHA-256. COPY ends each row with the only line feeds that it writes. */
final class Checked {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private long bytes;
    private long lines;

    Checked() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    /** Reads to the end, into nothing. */
    static Checked through(InputStream in) throws IOException {
        Checked checked = new Checked();
        checked.copy(in, OutputStream.nullOutputStream());
        return checked;
    }

    void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            add(buffer, 0, read);
            out.write(buffer, 0, read);
        }
    }

    private void add(byte[] buffer, int offset, int length) {
        digest.update(buffer, offset, length);
        bytes += length;
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
    }

    /** A stream that writes on and never closes the other one. */
    OutputStream writingTo(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                add(buffer, offset, length);
                out.write(buffer, offset, length);
            }
        };
    }

    long lines() {
        return lines;
    }

    /** Ends the sum. */
    Part part(String entry) {
        return new Part(entry, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
