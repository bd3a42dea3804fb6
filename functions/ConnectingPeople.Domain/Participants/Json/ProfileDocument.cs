namespace ConnectingPeople.Domain.Participants.Json;

/// <summary>A profile inside a participant's state: read in the order in which it is written.</summary>
internal static class ProfileDocument
{
    public static void Write(JsonText json, Profile profile)
    {
        json.Text(""","profile":{"agencyId":""", profile.AgencyId);
        json.Text(""","practitioner":""", profile.Practitioner);
        json.Word(""","clientGroup":""", profile.ClientGroup);
        json.Text(""","ageBand":""", profile.AgeBand);
        json.Text(""","gender":""", profile.Gender);
        json.Word(""","channel":""", profile.Channel);
        json.Text(""","language":""", profile.Language);
        json.Text(""","timeZone":""", profile.TimeZone);
        json.Day(""","consent":{"givenOn":""", profile.Consent.GivenOn);
        json.Text(""","version":""", profile.Consent.Version);
        json.IfTrue(""","eraseAnswers":true""", profile.Consent.EraseAnswers);
        json.Time("""},"enrolledAt":""", profile.EnrolledAt);
        if (profile.CheckInDay is { } day)
        {
            json.Word(""","checkInDay":""", day);
        }

        json.TimeOfDay(""","checkInTime":""", profile.CheckInTime);
        json.Raw("}");
    }

    public static Profile Read(JsonCursor json) => json.Closed(new Profile
    {
        AgencyId = json.Text(""","profile":{"agencyId":"""),
        Practitioner = json.Text(""","practitioner":"""),
        ClientGroup = json.Word<ClientGroup>(""","clientGroup":"""),
        AgeBand = json.TextIfAny(""","ageBand":"""),
        Gender = json.TextIfAny(""","gender":"""),
        Channel = json.Word<Channel>(""","channel":"""),
        Language = json.Text(""","language":"""),
        TimeZone = json.Text(""","timeZone":"""),
        Consent = json.Closed(new Consent(json.Day(""","consent":{"givenOn":"""), json.Text(""","version":"""), json.Has(""","eraseAnswers":true"""))),
        EnrolledAt = json.Time(""","enrolledAt":"""),
        CheckInDay = json.WordIfAny<IsoDayOfWeek>(""","checkInDay":"""),
        CheckInTime = json.TimeOfDayIfAny(""","checkInTime":"""),
    });
}
