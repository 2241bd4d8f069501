package io.safehand.server.deal.informing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A link as a QR code, drawn in the page itself: it is asked for from nowhere and lies in no cache.
 *
 * @param size of a side, in squares
 * @param path the dark squares, as SVG path data
 */
record LinkPicture(int size, String path) {
  private static final int MARGIN = 4;

  static LinkPicture of(String link) {
    try {
      BitMatrix squares = new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, 0, 0,
          Map.of(EncodeHintType.MARGIN, MARGIN));
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < squares.getHeight(); y++) {
        for (int x = 0; x < squares.getWidth(); x++) {
          if (squares.get(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return new LinkPicture(squares.getWidth(), path.toString());
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("too long for a QR code", tooLong);
    }
  }

  @Override
  public String toString() {
    return "•••";
  }
}
