package org.shouwang.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookFileTest {

    private static List<Row> read(Cell... cells) throws IOException {
        WorkbookFile file = WorkbookFile.of(
                "a.xlsx", List.of(new WorkbookSheet("指标", List.of("数值", "文字"), List.of(List.of(cells)))));
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(file.bytes()), new ReadingOptions(true, true))) {
            return book.findSheet("指标").orElseThrow().read();
        }
    }

    @Test
    void numbersAreNumbersWithTheirDecimals() throws IOException {
        List<Row> rows = read(
                Cell.of(new BigDecimal("79.50"), 2),
                Cell.plain(new BigDecimal("3180")),
                Cell.of(LocalDate.parse("2026-10-15")),
                Cell.of(Instant.parse("2026-10-15T16:30:00Z")),
                Cell.EMPTY,
                Cell.of(7));

        assertThat(rows.get(0).getCellText(0)).isEqualTo("数值");
        Row row = rows.get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCell(0).asNumber()).isEqualByComparingTo("79.5");
        assertThat(row.getCell(0).getDataFormatString()).isEqualTo("0.00");
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("3180");
        assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo("2026-10-15");
        assertThat(row.getCellAsDate(3).orElseThrow().toLocalDate()).isEqualTo("2026-10-16");
        assertThat(row.getOptionalCell(4).map(cell -> cell.getValue() == null))
                .isIn(Optional.empty(), Optional.of(true));
        assertThat(row.getCell(5).asNumber()).isEqualByComparingTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "<b>&\"'", "\t=1", "12"})
    void textIsNeverAFormula(String text) throws IOException {
        Row row = read(Cell.of(text)).get(1);

        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getFormula()).isNull();
        assertThat(row.getCell(0).asString()).isEqualTo(text);
    }

    @Test
    void controlCharactersDoNotSpoilTheFile() throws IOException {
        assertThat(read(Cell.of("甲\u0001乙")).get(1).getCell(0).asString()).isEqualTo("甲乙");
    }
}
