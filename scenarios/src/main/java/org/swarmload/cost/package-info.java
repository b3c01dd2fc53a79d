/** Traffic of a billing month, with an event and without it, times price lists is money. Nothing is simulated or read here. */
package org.swarmload.cost;
