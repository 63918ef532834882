package dev.rushlight.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/**
 * One hash over many, of which each can be shown to belong without showing the others: the tree of RFC 6962. A leaf is the
 * SHA-256 of a zero byte and what it holds, a node that of a one byte and its two sides; the left side holds the largest
 * power of two that is smaller than the whole.
 */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    static byte[] leaf(byte[] content) {
        return Sha256.of(LEAF, content);
    }

    /** The hash of at least one leaf. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        var left = leftOf(leaves.size());
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** What one must know beside the leaf itself to climb to the root, from the bottom up. */
    static List<byte[]> path(List<byte[]> leaves, int position) {
        var path = new ArrayList<byte[]>();
        var from = 0;
        var to = leaves.size();
        while (to - from > 1) {
            var middle = from + leftOf(to - from);
            if (position < middle) {
                path.add(0, root(leaves.subList(middle, to)));
                to = middle;
            } else {
                path.add(0, root(leaves.subList(from, middle)));
                from = middle;
            }
        }
        return path;
    }

    /** The root to which this path leads, if it has as many steps as there are from that position. */
    static byte[] rootFrom(byte[] leaf, int position, int size, Iterator<byte[]> path) {
        if (size == 1) {
            return leaf;
        }
        var left = leftOf(size);
        return position < left
                ? node(rootFrom(leaf, position, left, path), path.next())
                : nodeFromRight(rootFrom(leaf, position - left, size - left, path), path.next());
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] nodeFromRight(byte[] right, byte[] left) {
        return node(left, right);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    private static int leftOf(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
