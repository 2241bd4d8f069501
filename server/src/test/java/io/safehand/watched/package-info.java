/** What somebody sees who watches a server, or may not see a customer: logs, metrics, addresses, answers, pages. */
@NullMarked
package io.safehand.watched;

import org.jspecify.annotations.NullMarked;
