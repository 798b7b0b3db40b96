package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that others published, copied here by hand so that a mistake in our own vector files cannot hide. */
class PublishedVectorsTests {
    @Test
    void theGoNoteVerifiesAndIsSignedAlike() {
        var signer = LogSigner.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        var key = LogKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        String note = text
                + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

        assertThat(signer.logKey()).isEqualTo(key);
        assertThat(SignedNote.sign(text, signer).encode()).isEqualTo(note);
        assertThat(SignedNote.parse(note).isSignedBy(key)).isTrue();
        assertThat(SignedNote.parse(note.replace("cryptography", "cryptographY"))
                        .isSignedBy(key))
                .isFalse();
    }

    @Test
    void theSignatureOfRfc8037IsOurs() {
        byte[] seed = Encodings.base64url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
        var key = SigningKey.ofSeed(seed);
        assertThat(Encodings.base64url(key.verifyingKey().raw()))
                .isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        byte[] signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(StandardCharsets.US_ASCII);
        String signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        assertThat(Encodings.base64url(key.sign(signed))).isEqualTo(signature);
        assertThat(key.verifyingKey().verifies(signed, Encodings.base64url(signature)))
                .isTrue();
    }

    @Test
    void theRootsOfTheCertificateTransparencyTreeAreOurs() {
        var leaves = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var range = new CompactRange();
        assertThat(range.root().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int at = 0; at < leaves.size(); at++) {
            range.append(MerkleTree.leaf(HexFormat.of().parseHex(leaves.get(at))));
            assertThat(range.root().hex()).isEqualTo(roots.get(at));
        }
    }

    @Test
    void aCertificateTransparencyConsistencyProofIsOurs() {
        var from6to8 = List.of(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        var tree = new MemoryLog();
        for (String leaf : List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")) {
            tree.append(HexFormat.of().parseHex(leaf));
        }
        assertThat(ConsistencyProof.of(6, 8, tree).hashes())
                .extracting(Hash::hex)
                .isEqualTo(from6to8);
    }
}
