/**
 * Akka classic shells around plain classes: each run has one conductor, a door, one actor for each pool of servers, and
 * groups of cells. The only package that knows Akka. A message owns its arrays: nobody keeps or changes what it has sent.
 */
package org.swarmload.sim.actors;
