package io.safehand.server.base.signin.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.safehand.server.base.signin.Secret;
import java.util.Map;

/**
 * A text as a QR code, to be drawn in the page itself as SVG: it is asked for from nowhere and lies in no cache.
 *
 * @param size of a side, in squares
 * @param path the dark squares, as SVG path data
 */
record Picture(int size, String path) {
  private static final int MARGIN = 4;

  static Picture of(Secret text) {
    try {
      BitMatrix squares = new QRCodeWriter().encode(text.exposed(), BarcodeFormat.QR_CODE, 0, 0,
          Map.of(EncodeHintType.MARGIN, MARGIN));
      return new Picture(squares.getWidth(), path(squares));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("too long for a QR code", tooLong);
    }
  }

  private static String path(BitMatrix squares) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        if (squares.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
