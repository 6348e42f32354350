/** A real Kafka broker inside this process, for the stream demonstration and for tests. */
@NullMarked
package org.florilegium.broker;

import org.jspecify.annotations.NullMarked;
