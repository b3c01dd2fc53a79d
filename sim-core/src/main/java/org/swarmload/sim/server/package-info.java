/** What a pool of servers gives each cell for a round, and how cells exchange what edges lack. No actors. */
package org.swarmload.sim.server;
