using System.Text.Json;
using ConnectingPeople.Simulator.Twilio;
using ConnectingPeople.Testing;

namespace ConnectingPeople.Local.Tests.Twilio;

public sealed class SegmentsTests
{
    [Fact]
    public async Task They_are_counted_as_an_outside_calculator_counts_them()
    {
        string[] texts =
        [
            "",
            "How are you today?",
            "Llŷr's café costs £3 @ noon",
            "€5 {or} [less]",
            .. from length in (int[])[69, 70, 71, 134, 135, 152, 153, 159, 160, 161, 306, 307, 459, 460]
               from letter in (string[])["a", "é", "ŷ", "€", "👍", "😀a"]
               select string.Concat(Enumerable.Repeat(letter, length)),
        ];

        JsonElement counts = await Judge.AskAsync("segments.js", new { texts });

        Assert.Equal(counts.EnumerateArray().Select(count => count.GetInt32()), texts.Select(Segments.Count));
    }
}
