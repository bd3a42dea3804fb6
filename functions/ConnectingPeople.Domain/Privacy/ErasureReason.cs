namespace ConnectingPeople.Domain.Privacy;

/// <summary>Why a person is erased: a code, so that no words of the request stay behind.</summary>
public enum ErasureReason
{
    /// <summary>Nobody said.</summary>
    NotSaid,

    /// <summary>The person asked for it.</summary>
    ParticipantAsked,

    /// <summary>Somebody asked for it who may speak for the person.</summary>
    RepresentativeAsked,

    /// <summary>The person should never have been enrolled.</summary>
    EnrolledByMistake,

    /// <summary>The time is over for which the study keeps records.</summary>
    Retention,
}
