package city.minsheng.textmining.triage;

import java.util.Arrays;

/** Gives each key a small number, in the order in which they come. */
final class Numbers {

    private long[] keys = new long[1 << 16];
    private int[] numbers = new int[1 << 16];
    private int size;

    Numbers() {
        Arrays.fill(numbers, -1);
    }

    static Numbers of(long[] keys) {
        var numbers = new Numbers();
        for (long key : keys) {
            numbers.add(key);
        }
        return numbers;
    }

    int size() {
        return size;
    }

    /** −1 if it has none. */
    int get(long key) {
        return numbers[slot(key)];
    }

    int add(long key) {
        int slot = slot(key);
        if (numbers[slot] < 0) {
            keys[slot] = key;
            numbers[slot] = size++;
            if (2 * size > keys.length) grow();
            return size - 1;
        }
        return numbers[slot];
    }

    /** The keys, each at its number. */
    long[] keys() {
        var all = new long[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (numbers[slot] >= 0) all[numbers[slot]] = keys[slot];
        }
        return all;
    }

    private int slot(long key) {
        int slot = (int) (key >>> 20) & keys.length - 1;
        while (numbers[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[2 * oldKeys.length];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
