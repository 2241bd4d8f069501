package io.safehand.core.detect.csv;

import java.nio.charset.Charset;

/**
 * How a CSV file is written: its character encoding, length of its byte order mark, delimiter, and whether the
 * first row names the columns.
 */
public record CsvDialect(Charset charset, int markBytes, char delimiter, boolean header) {}
