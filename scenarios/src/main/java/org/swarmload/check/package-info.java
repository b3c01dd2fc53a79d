/**
 * Cases that are pure mathematics, recursions, billing or invariants of the engine, each beside its formula. They call
 * the classes that planning and simulation use; nothing here has a queue, an event loop or random numbers of its own.
 */
package org.swarmload.check;
