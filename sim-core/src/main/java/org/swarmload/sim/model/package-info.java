/**
 * What the simulator is told: one immutable {@link org.swarmload.sim.model.ModelSpec} per simulation. Times are
 * microseconds of model time ({@code long}), rates bits per second, sizes bytes, laws in seconds or bits per second.
 * Nothing here computes a result.
 */
package org.swarmload.sim.model;
