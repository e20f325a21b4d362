package org.shouwang.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A stream that may give only so many bytes: whoever reads past the limit gets the failure instead. */
public final class BoundedInput extends FilterInputStream {

    private final Supplier<? extends RuntimeException> tooLong;
    private long left;

    /**
     * Bounds a stream.
     *
     * @param limit most bytes that may be read
     * @param tooLong made when there are more
     */
    public BoundedInput(InputStream in, long limit, Supplier<? extends RuntimeException> tooLong) {
        super(in);
        this.left = limit;
        this.tooLong = tooLong;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw tooLong.get();
        }
    }
}
