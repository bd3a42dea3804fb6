using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>
/// Names an export by its cut-off, such as <c>20260305T110000Z</c>, or <c>20260305T110000Z-2</c> for a second one of that second.
/// </summary>
public sealed partial record ExportId
{
    private const int StampLength = 16;

    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private ExportId(string text) => Text = text;

    public string Text { get; }

    /// <summary>Where it stands among all exports: by the second of its cut-off, then by its number in that second.</summary>
    public (long Second, int Nth) Place => (
        long.Parse(Text[..8] + Text[9..15], CultureInfo.InvariantCulture),
        Text.Length == StampLength ? 1 : int.Parse(Text[(StampLength + 1)..], CultureInfo.InvariantCulture));

    /// <summary>The id of the nth export, counted from 1, with a cut-off in that second.</summary>
    public static ExportId Of(Instant cutOff, int nth) => new(nth == 1 ? Stamp.Format(cutOff) : $"{Stamp.Format(cutOff)}-{nth}");

    /// <returns>Null for anything that names no export; so an id never reaches outside its own folder.</returns>
    public static ExportId? Parse(string? text) => text is not null && Shape().IsMatch(text) ? new ExportId(text) : null;

    public override string ToString() => Text;

    [GeneratedRegex(@"\A[0-9]{8}T[0-9]{6}Z(-[0-9]{1,3})?\z")]
    private static partial Regex Shape();
}
