/** The scenarios and tariffs that come with Swarmload, by name. */
package org.swarmload.library;
