using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Storage;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Tests.Privacy;

/// <summary>What a sealed text gives away, and to whom it opens.</summary>
public sealed class ContactKeyRingTests
{
    private const string Place = "contacts\nCP-7K3M9Q\ncontact\nName";

    /// <summary>Made by OpenSSL, through Node's <c>createCipheriv("aes-256-gcm")</c>: the key is the bytes 0 to 31, the nonce twelve zeros, the text "Zebedée".</summary>
    private const string FromElsewhere = "aes256gcm.2026-01.AAAAAAAAAAAAAAAAVNnXu9HvKth63sRVChWgrUQ5MokQ4LzF";

    [Theory]
    [InlineData("Zebedée Quillfeather")]
    [InlineData("")]
    [InlineData("aes256gcm.2026-01.AAAA")]
    [InlineData("\uFFFD 👩‍👩‍👧 \u0000")]
    public void What_was_sealed_opens_in_its_place(string text)
    {
        ContactKeyRing ring = Ring("2026-01:1");

        string stored = ring.Seal(text, Place);

        Assert.StartsWith("aes256gcm.2026-01.", stored, StringComparison.Ordinal);
        Assert.Equal(text, ring.Open(stored, Place));
    }

    [Fact]
    public void The_same_text_is_sealed_otherwise_each_time()
    {
        ContactKeyRing ring = Ring("2026-01:1");

        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => ring.Seal("Zebedée", Place)).Distinct().Count());
    }

    [Theory]
    [InlineData("contacts\nCP-7K3M9R\ncontact\nName")]
    [InlineData("contacts\nCP-7K3M9Q\nunknown\nName")]
    [InlineData("contacts\nCP-7K3M9Q\ncontact\nPhone")]
    public void It_opens_in_no_other_place(string elsewhere)
    {
        ContactKeyRing ring = Ring("2026-01:1");

        UnreadableContactException e = Assert.Throws<UnreadableContactException>(() => ring.Open(ring.Seal("Zebedée", Place), elsewhere));

        Assert.Contains("moved from another row", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_any_letter_is_found()
    {
        ContactKeyRing ring = Ring("2026-01:1");
        string stored = ring.Seal("Zebedée", Place);

        for (int i = "aes256gcm.2026-01.".Length; i < stored.Length; i++)
        {
            string changed = $"{stored[..i]}{(stored[i] == 'A' ? 'B' : 'A')}{stored[(i + 1)..]}";
            Assert.Throws<UnreadableContactException>(() => ring.Open(changed, Place));
        }
    }

    [Fact]
    public void A_former_key_opens_and_the_first_one_seals()
    {
        string old = Ring("2026-01:1").Seal("Zebedée", Place);
        ContactKeyRing ring = Ring("2027-01:2", "2026-01:1");

        Assert.Equal("Zebedée", ring.Open(old, Place));
        Assert.StartsWith("aes256gcm.2027-01.", ring.Seal("Zebedée", Place), StringComparison.Ordinal);
        Assert.Equal((false, true, false), (ring.IsCurrent(old), ring.IsCurrent(ring.Seal("Zebedée", Place)), ring.IsCurrent("Zebedée")));
    }

    [Fact]
    public void A_key_that_has_gone_is_named_and_nothing_else_is()
    {
        string old = Ring("2026-01:1").Seal("Zebedée", Place);

        UnreadableContactException e = Assert.Throws<UnreadableContactException>(() => Ring("2027-01:2").Open(old, Place));

        Assert.Equal("2026-01", e.Key);
        Assert.Equal("The contact key 2026-01 isn't among Privacy__ContactKeys, and this was sealed with it. Add the key again, behind the first.", e.Message);
    }

    [Fact]
    public void What_was_stored_before_there_were_keys_is_read_as_it_is() => Assert.Equal("Zebedée", Ring("2026-01:1").Open("Zebedée", Place));

    [Fact]
    public void Another_implementation_of_the_standard_seals_what_opens_here()
    {
        ContactKeyRing ring = new(Options.Create(new PrivacyOptions { ContactKeys = [$"2026-01:{Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)])}"] }));

        Assert.Equal("Zebedée", ring.Open(FromElsewhere, Place));
    }

    private static ContactKeyRing Ring(params string[] keys) => new(Options.Create(new PrivacyOptions
    {
        ContactKeys = [.. keys.Select(key => $"{key.Split(':')[0]}:{Convert.ToBase64String([.. Enumerable.Repeat(byte.Parse(key.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture), 32)])}")],
    }));
}
