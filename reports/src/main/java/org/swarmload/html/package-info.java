/** The report as one HTML file that needs nothing beside it. */
package org.swarmload.html;
