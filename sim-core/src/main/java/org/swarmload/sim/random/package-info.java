/**
 * Random numbers as pure functions: draws that belong to the audience are counted per viewer and purpose, draws that
 * belong to the course of a simulation are counted per cell. Nothing here has hidden state or reads a clock.
 */
package org.swarmload.sim.random;
