using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Replies;

public sealed class ReplyReader(Keywords keywords, RiskPhrases risk)
{
    public Understanding Read(Question? question, string reply, LocalDate today)
    {
        string text = reply.Trim();
        if (keywords.OptOut.Contains(text, StringComparer.OrdinalIgnoreCase)) { return new(ReplyOutcome.OptOut); }
        if (keywords.OptIn.Contains(text, StringComparer.OrdinalIgnoreCase)) { return new(ReplyOutcome.OptIn); }
        bool worry = risk.Phrases.Any(p => text.Contains(p, StringComparison.OrdinalIgnoreCase));
        return int.TryParse(text, out int n) ? new(ReplyOutcome.Answer, n.ToString(), null, worry) : question is TextQuestion ? new(ReplyOutcome.Answer, text, null, worry) : new(ReplyOutcome.AskAgain, null, null, worry);
    }

    public bool IsCarrierWord(string reply) => risk is not null && Keywords.CarrierOptOut.Contains(reply.Trim(), StringComparer.OrdinalIgnoreCase);
}
