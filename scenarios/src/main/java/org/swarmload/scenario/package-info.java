/**
 * What a planner wrote, checked and in base units (microseconds, bits per second, bytes, ratios). Where the planner's
 * words and the simulator's mean the same thing, the simulator's own records of
 * {@link org.swarmload.sim.model} are used.
 */
package org.swarmload.scenario;
