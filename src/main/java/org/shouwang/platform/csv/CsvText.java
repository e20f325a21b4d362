package org.shouwang.platform.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The text of a file whose encoding nobody has told us. Excel in China saves "CSV" in GB18030 and "CSV UTF-8" with a byte
 * order mark; other programs leave the mark out. Chinese in GB18030 is practically never well-formed UTF-8.
 */
public final class CsvText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvText() {}

    /**
     * Reads all of a file of a few MB and finds out its encoding.
     *
     * @throws CharConversionException when the bytes are no text in either encoding
     */
    public static Reader open(InputStream file) throws IOException {
        byte[] bytes = file.readAllBytes();
        int start = startsWithMark(bytes) ? UTF_8_MARK.length : 0;
        return new StringReader(start > 0 ? text(bytes, start, UTF_8) : guessed(bytes));
    }

    private static String guessed(byte[] bytes) throws CharConversionException {
        try {
            return text(bytes, 0, UTF_8);
        } catch (CharConversionException e) {
            return text(bytes, 0, GB18030);
        }
    }

    /** A decoder reports what it cannot read; {@code new String} would quietly put U+FFFD into names. */
    private static String text(byte[] bytes, int start, Charset charset) throws CharConversionException {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
        } catch (CharacterCodingException e) {
            CharConversionException unreadable = new CharConversionException("the file is not text in " + charset);
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return Arrays.mismatch(bytes, UTF_8_MARK) == UTF_8_MARK.length || Arrays.equals(bytes, UTF_8_MARK);
    }
}
