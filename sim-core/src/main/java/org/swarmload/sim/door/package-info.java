/**
 * The front door: the services that every start passes, simulated exactly for all viewers until they are admitted, fail
 * or leave. Knows neither cells nor actors.
 */
package org.swarmload.sim.door;
