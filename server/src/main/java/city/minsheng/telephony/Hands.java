package city.minsheng.telephony;

/** A switch whose seats have no telephone of their own: the button on the screen picks up. */
public interface Hands {

    void pickUp(String leg);
}
