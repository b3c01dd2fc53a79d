/**
 * A cell: a population of viewers on one exact timeline, with its share of the servers. Plain classes that a test can
 * drive by hand; no actors, no threads.
 */
package org.swarmload.sim.cell;
