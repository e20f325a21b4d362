package org.shouwang.area;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.shouwang.platform.BoundedInput;

/**
 * A list of administrative divisions: CSV with the columns code, name and level, plain or packed with gzip, in UTF-8 or
 * GB18030. Its content says which; it is read twice and never held in memory.
 */
record AreaFile(Path path) {

    /** The nation has 28 MB; what a packed file unpacks to must not be more than a plain one may have. */
    static final long MOST_BYTES = 64L << 20;

    private static final int LONGEST_FIELD = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** Takes what is good and what is bad of a file, line by line. */
    interface Sink {
        void take(AreaLineRules.Read line) throws IOException;
    }

    /**
     * Reads all lines in their order.
     *
     * @throws AreaFileException when the file as a whole cannot be read
     */
    void read(Sink sink) {
        try (Reader text = text(charset());
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_FIELD)
                        .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw new AreaFileException("area-file-header");
            }
            AreaColumns columns = AreaColumns.of(records.next().getFields());
            while (records.hasNext()) {
                CsvRecord line = records.next();
                sink.take(AreaLineRules.read(line.getStartingLineNumber(), line.getFields(), columns));
            }
        } catch (CsvParseException e) {
            throw new AreaFileException("area-file-csv");
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private Charset charset() throws IOException {
        if (isText(UTF_8)) {
            return UTF_8;
        }
        Charset national = Charset.forName("GB18030");
        if (isText(national)) {
            return national;
        }
        throw new AreaFileException("area-file-encoding");
    }

    private boolean isText(Charset charset) throws IOException {
        try (Reader text = text(charset)) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private Reader text(Charset charset) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(
                bytes(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private InputStream bytes() throws IOException {
        InputStream stored = new BufferedInputStream(Files.newInputStream(path));
        stored.mark(2);
        boolean packed = stored.read() == 0x1f && stored.read() == 0x8b;
        stored.reset();
        return packed
                ? new BoundedInput(
                        new GZIPInputStream(stored, 1 << 16),
                        MOST_BYTES,
                        () -> new AreaFileException("area-file-unpacked-size"))
                : stored;
    }

    /** A broken archive is the sender's fault, all else is ours. */
    private static RuntimeException broken(IOException e) {
        return e instanceof ZipException || e instanceof EOFException
                ? new AreaFileException("area-file-gzip")
                : new UncheckedIOException("the area file cannot be read", e);
    }
}
