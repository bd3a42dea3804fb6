using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Forms;

/// <summary>What words in a form ask of us beside being an answer, as in a text message.</summary>
/// <param name="Risk">Whether they worry.</param>
/// <param name="Call">Whether they ask for a call.</param>
/// <param name="Stop">Whether they ask that messages end.</param>
internal readonly record struct Wishes(bool Risk, bool Call, bool Stop)
{
    /// <summary>Of an answer that was chosen from what we offered, nobody asks anything.</summary>
    public Wishes RiskAlone => new(Risk, Call: false, Stop: false);

    public static Wishes In(IEnumerable<string> written, Study study)
    {
        Understanding[] heard = [.. written.Select(text => study.Reader.Read(null, text))];
        return new Wishes(heard.Any(one => one.Risk), heard.Any(one => one.WantsCall), heard.Any(one => one.Outcome == ReplyOutcome.OptOut));
    }
}
