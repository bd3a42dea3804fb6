using ConnectingPeople.Simulator.Failures;

namespace ConnectingPeople.Simulator.Cohort;

/// <summary>What each behaviour comes to, question by question.</summary>
public static class Behaviours
{
    private const int LeavesAtQuestion = 7;
    private const int CrisisAtQuestion = 5;

    /// <summary>After how many questions a drifting person is half as likely to answer as in the beginning.</summary>
    private const double DriftHalfLife = 8;

    /// <summary>The error a message to such a phone ends with, or null if it arrives.</summary>
    public static int? DeliveryError(this Behaviour behaviour) => behaviour is Behaviour.NoSuchNumber ? Failure.UnknownNumber.Code : null;

    /// <param name="behaviour">The person's behaviour.</param>
    /// <param name="question">How many questions the phone has shown so far, this one included: from 1.</param>
    /// <param name="text">The question.</param>
    /// <param name="chance">The person's luck with this question.</param>
    /// <returns>What the person writes, or null.</returns>
    public static string? Reply(this Behaviour behaviour, int question, string text, Chance chance) => behaviour switch
    {
        Behaviour.Engaged or Behaviour.Living => Answers.To(text, chance),
        Behaviour.Drifting => chance.Of("drift") < Math.Pow(0.5, (question - 1) / DriftHalfLife) ? Answers.To(text, chance) : null,
        Behaviour.Leaving when question == LeavesAtQuestion => "STOP",
        Behaviour.Leaving when question < LeavesAtQuestion => Answers.To(text, chance),
        Behaviour.InCrisis when question == CrisisAtQuestion => "I can't cope any more, I don't want to be here",
        Behaviour.InCrisis => Answers.To(text, chance),
        Behaviour.WrongNumber when question == 1 => "Wrong number I think, I don't know who this is",
        _ => null,
    };
}
