package org.florilegium.filter.address;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.openhft.hashing.LongHashFunction;

/**
 * Entries of lists as bytes in one array, found by hash and then compared, so that no two are ever confused. An entry
 * costs its bytes and 16 to 24 more.
 */
final class EntryTable {
    private static final LongHashFunction HASH = LongHashFunction.xx3();

    private byte[] bytes = new byte[256];
    private int[] starts = new int[16]; // of entry n; the next one's start is its end
    private int[] lines = new int[16];
    private int[] slots = new int[32]; // entry + 1, 0 where free
    private int size;

    int size() {
        return size;
    }

    /** Adds an entry unless it is there; of equal ones the first stays. */
    void add(String entry, int line) {
        byte[] key = entry.getBytes(StandardCharsets.UTF_8);
        int slot = slot(key, 0, key.length);
        if (slots[slot] != 0) {
            return;
        }
        append(key, line);
        slots[slot] = size;
        if (size > slots.length / 2) {
            rehash(Math.multiplyExact(slots.length, 2));
        }
    }

    /** Number of the entry that equals {@code text} from {@code from} to {@code to}, -1 where there is none. */
    int find(byte[] text, int from, int to) {
        return size == 0 ? -1 : slots[slot(text, from, to)] - 1;
    }

    int find(String text) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        return find(key, 0, key.length);
    }

    String entry(int number) {
        return new String(bytes, starts[number], starts[number + 1] - starts[number], StandardCharsets.UTF_8);
    }

    int line(int number) {
        return lines[number];
    }

    /** Lengths in bytes that entries have, ascending. */
    int[] lengths() {
        return java.util.stream.IntStream.range(0, size)
                .map(n -> starts[n + 1] - starts[n])
                .distinct()
                .sorted()
                .toArray();
    }

    /** Gives back what was set aside for growth. */
    void trim() {
        bytes = Arrays.copyOf(bytes, starts[size]);
        starts = Arrays.copyOf(starts, size + 1);
        lines = Arrays.copyOf(lines, size);
    }

    /** Bytes of memory in use. */
    long footprint() {
        return bytes.length + 4L * (starts.length + lines.length + slots.length);
    }

    private void append(byte[] key, int line) {
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            lines = Arrays.copyOf(lines, lines.length * 2);
        }
        int end = Math.addExact(starts[size], key.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(2L * bytes.length, end)));
        }
        System.arraycopy(key, 0, bytes, starts[size], key.length);
        lines[size] = line;
        starts[++size] = end;
    }

    /** The slot of the entry, or the free one where it would be. */
    private int slot(byte[] key, int from, int to) {
        int slot = (int) HASH.hashBytes(key, from, to - from) & (slots.length - 1);
        while (slots[slot] != 0 && !holds(slots[slot] - 1, key, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean holds(int number, byte[] key, int from, int to) {
        return Arrays.equals(bytes, starts[number], starts[number + 1], key, from, to);
    }

    private void rehash(int length) {
        slots = new int[length];
        for (int n = 0; n < size; n++) {
            int slot = (int) HASH.hashBytes(bytes, starts[n], starts[n + 1] - starts[n]) & (length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (length - 1);
            }
            slots[slot] = n + 1;
        }
    }
}
