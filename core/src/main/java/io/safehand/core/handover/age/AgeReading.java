package io.safehand.core.handover.age;

import com.exceptionfactory.jagged.PayloadException;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.util.List;

/**
 * The clear side of an age file.
 *
 * <p>Every byte given out was authenticated, but the end is known only when reading has returned -1: what was read before a refusal must be thrown away by the caller.
 */
final class AgeReading implements ReadableByteChannel {
  private final ReadableByteChannel clear;

  AgeReading(ReadableByteChannel sealed, List<RecipientStanzaReader> readers) throws IOException {
    try {
      this.clear = new StandardDecryptingChannelFactory().newDecryptingChannel(sealed, readers);
    } catch (UnsupportedRecipientStanzaException notOurs) {
      throw new AgeRefused(AgeRefused.Reason.NO_MATCH, notOurs);
    } catch (SignatureException forged) {
      throw new AgeRefused(AgeRefused.Reason.HEADER_FORGED, forged);
    } catch (GeneralSecurityException malformed) {
      throw new AgeRefused(AgeRefused.Reason.HEADER, malformed);
    } catch (PayloadException absent) {
      throw new AgeRefused(AgeRefused.Reason.PAYLOAD, absent);
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    try {
      return clear.read(into);
    } catch (PayloadException altered) {
      throw new AgeRefused(AgeRefused.Reason.PAYLOAD, altered);
    }
  }

  @Override
  public boolean isOpen() {
    return clear.isOpen();
  }

  @Override
  public void close() throws IOException {
    clear.close();
  }
}
