using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Simulator;

/// <summary>How a simulator is set up; the defaults match <c>local.settings.sample.json</c>.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The loopback port to listen on, or 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Where the functions answer. May be told later by <see cref="PhoneSimulator.FunctionsUrl"/>.</summary>
    public Uri? FunctionsUrl { get; init; }

    public string AccountSid { get; init; } = "AC00000000000000000000000000000000";

    public string AuthToken { get; init; } = "local-development-only-token-0000";

    /// <summary>The study's own number.</summary>
    public string From { get; init; } = "+447700900000";

    public string SendGridKey { get; init; } = "SG.local-development-only";

    /// <summary>
    /// The private key that events of emails are signed with: PKCS #8 in base64. This one is for development alone and is no
    /// secret; its public half stands in <c>local.settings.sample.json</c>.
    /// </summary>
    public string EventKey { get; init; } =
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg+57EHm629k2X2A0Yy7ySrW1qnfk2K3goYoSrOFEq7CGhRANCAARPv5LB8gv5MPDSyFCZ1jKgEk7FeEvPB4YhMKYE++yWy3kESOHTafB4WDlf45Y4Hho+2tHfvBmFVIMpK+bkPEFF";

    /// <summary>Whether STOP and its standard forms are obeyed here, as by Twilio's default opt-out handling.</summary>
    public bool HandlesOptOut { get; init; } = true;

    /// <summary>What the scripted people's choices grow from: the same seed plays the same study.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Those that the page enrols a phone with.</summary>
    public IReadOnlyList<Agency> Agencies { get; init; } = Agency.Few;

    /// <summary>A clock that dates messages. Without one they bear the study's own time, as the functions tell it.</summary>
    public IClock? Clock { get; init; }
}
