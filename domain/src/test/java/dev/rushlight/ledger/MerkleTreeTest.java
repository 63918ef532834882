package dev.rushlight.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

    @ParameterizedTest
    @CsvSource({
        "1, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "2, a20bf9a7cc2dc8a08f5f415a71b19f6ac427bab54d24eec868b5d3103449953a",
        "3, 3b6cccd7e3e023ff393006f030315ee7ad9eb111b022b41fba7e5b7a3973f688",
        "5, b855b42d6c30f5b087e05266783fbd6e394f7b926013ccaa67700a8b0c5a596f",
        "7, 3560191803028444b232018ac047fdb561c09c23a7a6876c85e08b5e4d48e9f3"
    })
    void theRootIsThatOfRfc6962(int size, String root) {
        assertThat(MerkleTree.hex(MerkleTree.root(leaves(size)))).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 1000})
    void everyLeafFindsItsWayToTheRootAndToNoOther(int size) {
        var leaves = leaves(size);
        var root = MerkleTree.root(leaves);

        for (var position = 0; position < size; position++) {
            var path = MerkleTree.path(leaves, position);
            assertThat(path.size()).isLessThanOrEqualTo(10);
            assertThat(MerkleTree.rootFrom(leaves.get(position), position, size, path.iterator()))
                    .isEqualTo(root);
            assertThat(MerkleTree.rootFrom(leaf(size + 1), position, size, path.iterator()))
                    .isNotEqualTo(root);
        }
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size).mapToObj(MerkleTreeTest::leaf).toList();
    }

    private static byte[] leaf(int number) {
        return MerkleTree.leaf(
                number < 128 ? new byte[] {(byte) number} : new byte[] {(byte) (number >> 8), (byte) number});
    }
}
