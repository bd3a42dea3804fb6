using System.Text.RegularExpressions;
using NodaTime.Text;

namespace ConnectingPeople.Domain.FollowUps;

/// <summary>
/// Names an export by its cut-off, such as <c>20260305T110000Z</c>, or <c>20260305T110000Z-2</c> for a second one of that second.
/// </summary>
public sealed partial record ExportId
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private ExportId(string text) => Text = text;

    public string Text { get; }

    /// <summary>The id of the nth export, counted from 1, with a cut-off in that second.</summary>
    public static ExportId Of(Instant cutOff, int nth) => new(nth == 1 ? Stamp.Format(cutOff) : $"{Stamp.Format(cutOff)}-{nth}");

    /// <returns>Null for anything that names no export; so an id never reaches outside its own folder.</returns>
    public static ExportId? Parse(string? text) => text is not null && Shape().IsMatch(text) ? new ExportId(text) : null;

    public override string ToString() => Text;

    [GeneratedRegex(@"\A[0-9]{8}T[0-9]{6}Z(-[0-9]{1,3})?\z")]
    private static partial Regex Shape();
}
