/**
 * The real telephone: Asterisk beside us, spoken to over ARI on one WebSocket that carries events and requests.
 *
 * <p>Asterisk is a process of its own that goes on without us. Everything in it bears a name of ours, so that what is
 * going on can be read back after either of the two was away.
 */
@NullMarked
package city.minsheng.telephony.asterisk;

import org.jspecify.annotations.NullMarked;
