package org.shouwang.platform.workbook;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook as a file. */
public final class WorkbookFile {

    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String CREATOR = "shouwang";
    private static final String VERSION = "01.0000";
    private static final int NARROW = 8;
    private static final int WIDE = 40;

    private final String name;
    private final byte[] bytes;

    private WorkbookFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * Writes one; it blocks.
     *
     * @param name without anything personal: it stands in logs of browsers and gateways
     */
    public static WorkbookFile of(String name, List<WorkbookSheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, CREATOR, VERSION)) {
            for (WorkbookSheet sheet : sheets) {
                write(book.newWorksheet(sheet.name()), sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkbookFile(name, bytes.toByteArray());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** To be saved by who asked for it. */
    public Response response() {
        return Response.ok(bytes, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static void write(Worksheet page, WorkbookSheet sheet) {
        for (int column = 0; column < sheet.heads().size(); column++) {
            String head = sheet.heads().get(column);
            page.value(0, column, head);
            page.style(0, column).bold().set();
            page.width(column, Math.min(WIDE, NARROW + 2 * head.length()));
        }
        page.freezePane(0, 1);
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<Cell> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(page, row + 1, column, cells.get(column));
            }
        }
    }

    private static void write(Worksheet page, int row, int column, Cell cell) {
        if (cell instanceof Cell.Text text) {
            page.value(row, column, printable(text.text()));
        } else if (cell instanceof Cell.Figure figure) {
            page.value(row, column, figure.number());
            page.style(row, column)
                    .format(figure.decimals() == 0 ? "0" : "0." + "0".repeat(figure.decimals()))
                    .set();
        } else if (cell instanceof Cell.Day day) {
            page.value(row, column, day.day());
            page.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Cell.Moment moment) {
            page.value(row, column, moment.local());
            page.style(row, column).format("yyyy-mm-dd hh:mm").set();
        }
    }

    /** XML knows no other control characters. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(one -> one >= ' ' || one == '\n' || one == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
