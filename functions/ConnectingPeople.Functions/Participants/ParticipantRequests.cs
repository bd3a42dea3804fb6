using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.OpenApi;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The body of <see cref="EnrolParticipant"/>, which <see cref="EnrolmentRequest"/> reads.</summary>
public sealed record EnrolRequest(
    [property: Description("1 to 100 characters.")] string Name,
    [property: Description("A mobile number; needed where the channel is sms.")] string? Phone,
    [property: Description("Needed where the channel is email.")] string? Email,
    [property: WordOf(typeof(Channel))] string Channel,
    [property: Description("One of the study's languages; its first where it is left out.")] string? Language,
    [property: Description("Such as Europe/London, which it is where it is left out.")] string? TimeZone,
    [property: Description("An agency that was added before.")] string AgencyId,
    [property: Description("Somebody of that agency; oneself, unless one is an administrator.")] string PractitionerEmail,
    [property: WordOf(typeof(ClientGroup))] string ClientGroup,
    [property: Description("Such as 25-34 or 65+.")] string? AgeBand,
    [property: Description("In the person's own words, up to 40 characters.")] string? Gender,
    ConsentRequest Consent,
    [property: Description("What they work towards, in their words.")] IReadOnlyList<string>? Goals,
    [property: Description("Such as thursday; the study's day where it is left out.")] string? CheckInDay,
    [property: Description("Such as 11:00, inside sending hours; the study's time where it is left out.")] string? CheckInTime);

/// <summary>Consent that somebody gave.</summary>
public sealed record ConsentRequest(
    [property: Description("Today or earlier."), DataType(DataType.Date)] string GivenOn,
    [property: Description("Which consent form.")] string Version,
    [property: Description("Whether coded answers may stay when the person is erased; they may where it is left out.")] bool? KeepAnswers);

/// <summary>Consent that somebody gave anew.</summary>
public sealed record RenewedConsentRequest(
    [property: Description("Today or earlier."), DataType(DataType.Date)] string GivenOn,
    [property: Description("Which consent form.")] string Version);

/// <summary>What pauses a person.</summary>
public sealed record PauseRequest(
    [property: Description("The day on which messages start again; left out for a pause without an end."), DataType(DataType.Date)] string? Until);

/// <summary>What ends a pause.</summary>
public sealed record ResumeRequest([property: Description("Needed after a STOP: only consent given anew undoes that.")] RenewedConsentRequest? Consent);

/// <summary>Who works with a person from now on.</summary>
public sealed record HandOverRequest([property: Description("Somebody of the person's agency.")] string PractitionerEmail);

/// <summary>One more goal.</summary>
public sealed record GoalRequest([property: Description("1 to 200 characters.")] string Text);
