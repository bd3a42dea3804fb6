using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Participants;

namespace ConnectingPeople.Functions.Storage;

/// <summary>Agencies, their staff, and which participants belong to which: a list that can be rebuilt from the participants.</summary>
public sealed class AgencyStore(StorageClients clients)
{
    private const string Row = "agency";
    private const string Members = "participant|";

    /// <summary>The row key of a participant's place in the list of an agency.</summary>
    public static string PlaceOf(ParticipantId id) => Members + id.Text;

    public Task SaveAsync(Agency agency, CancellationToken cancellation) => clients.Agencies.UpsertEntityAsync(
        new TableEntity(agency.Id, Row) { ["Name"] = agency.Name, ["Sector"] = agency.Sector }, TableUpdateMode.Merge, cancellation);

    public async Task<Agency?> FindAsync(string id, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row = await clients.Agencies.GetEntityIfExistsAsync<TableEntity>(id, Row, cancellationToken: cancellation);
        return row.HasValue ? ToAgency(row.Value!) : null;
    }

    public async Task<IReadOnlyDictionary<string, Agency>> AllAsync(CancellationToken cancellation)
    {
        Dictionary<string, Agency> agencies = [];
        await foreach (TableEntity row in clients.Agencies.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {Row}"), cancellationToken: cancellation))
        {
            agencies[row.PartitionKey] = ToAgency(row);
        }

        return agencies;
    }

    public Task SaveAsync(StaffMember member, CancellationToken cancellation) => clients.Staff.UpsertEntityAsync(
        new TableEntity(member.Email, "staff")
        {
            ["Name"] = member.Name,
            ["AgencyId"] = member.AgencyId,
            ["Role"] = member.Role,
            ["Phone"] = member.Phone,
        },
        TableUpdateMode.Replace,
        cancellation);

    /// <returns>Null for nobody we know, an address that none of ours can be included.</returns>
    public async Task<StaffMember?> FindStaffAsync(string email, CancellationToken cancellation)
    {
        if (!StaffEmail.IsOne(email))
        {
            return null;
        }

        NullableResponse<TableEntity> row = await clients.Staff.GetEntityIfExistsAsync<TableEntity>(
            email.ToLowerInvariant(), "staff", cancellationToken: cancellation);
        return row.HasValue ? ToStaff(row.Value!) : null;
    }

    /// <summary>Staff of a role.</summary>
    /// <param name="role">Such as <c>supervisor</c>.</param>
    /// <param name="agency">Only this agency's; null for all.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public async Task<IReadOnlyList<StaffMember>> StaffAsync(string role, string? agency, CancellationToken cancellation)
    {
        string filter = TableClient.CreateQueryFilter($"RowKey eq {"staff"} and Role eq {role}");
        filter += agency is null ? "" : TableClient.CreateQueryFilter($" and AgencyId eq {agency}");
        return await clients.Staff.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Select(ToStaff).ToListAsync(cancellation);
    }

    /// <summary>Lists a participant under their agency.</summary>
    public Task ListAsync(ParticipantId id, Profile profile, CancellationToken cancellation) => clients.Agencies.UpsertEntityAsync(
        new TableEntity(profile.AgencyId, PlaceOf(id)) { ["Practitioner"] = profile.Practitioner }, TableUpdateMode.Replace, cancellation);

    /// <summary>Takes a participant off the list of an agency.</summary>
    public Task ForgetAsync(ParticipantId id, string agency, CancellationToken cancellation) =>
        clients.Agencies.DeleteEntityAsync(agency, PlaceOf(id), ETag.All, cancellation);

    /// <summary>Participants in the order of agency and id.</summary>
    /// <param name="agency">Only this agency's; null for all.</param>
    /// <param name="practitioner">Only this practitioner's; null for all.</param>
    /// <param name="after">Goes on behind this place, as <see cref="Member.Place"/> gives it.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public async IAsyncEnumerable<Member> MembersAsync(
        string? agency, string? practitioner, string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string filter = TableClient.CreateQueryFilter($"RowKey ge {Members} and RowKey lt {"participant}"}");
        if (agency is not null)
        {
            filter += TableClient.CreateQueryFilter($" and PartitionKey eq {agency}");
        }

        if (practitioner is not null)
        {
            filter += TableClient.CreateQueryFilter($" and Practitioner eq {practitioner}");
        }

        if (after?.Split('/') is [string place, string last])
        {
            filter += TableClient.CreateQueryFilter($" and (PartitionKey gt {place} or (PartitionKey eq {place} and RowKey gt {Members + last}))");
        }

        await foreach (TableEntity row in clients.Agencies.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (ParticipantId.TryParse(row.RowKey[Members.Length..], out ParticipantId id))
            {
                yield return new Member(id, row.PartitionKey);
            }
        }
    }

    private static StaffMember ToStaff(TableEntity row) => new(
        row.PartitionKey, row.GetString("Name"), row.GetString("AgencyId"), row.GetString("Role"), row.GetString("Phone"), EmailHealth.Fails(row));

    private static Agency ToAgency(TableEntity row) => new(row.PartitionKey, row.GetString("Name"), row.GetString("Sector"));
}

/// <summary>An agency that works with participants.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens.</param>
/// <param name="Name">As people know it.</param>
/// <param name="Sector"><c>local-authority</c>, <c>nhs</c> or <c>third-sector</c>.</param>
public sealed record Agency(string Id, string Name, string Sector);

/// <summary>Somebody who works with participants or for the study.</summary>
/// <param name="Email">In lower case.</param>
/// <param name="Name">As people know them.</param>
/// <param name="AgencyId">Where they work.</param>
/// <param name="Role">As <see cref="Access.Role"/> is written in requests.</param>
/// <param name="Phone">In E.164.</param>
/// <param name="EmailFails">Whether email to them bounced, was complained of or unsubscribed from, and none has arrived since.</param>
public sealed record StaffMember(string Email, string Name, string AgencyId, string Role, string? Phone, bool EmailFails = false)
{
    /// <summary>Whether people of an agency may be theirs: researchers know nobody by name.</summary>
    public bool MayWorkAt(string agency) => AgencyId == agency && (Role is "practitioner" or "supervisor" or "administrator");

    /// <summary>Whether a participant is theirs now: not any more when they moved to another agency, or to a role without a caseload.</summary>
    public bool WorksWith(Profile profile) => profile.Practitioner == Email && MayWorkAt(profile.AgencyId);

    public override string ToString() => "a member of staff";
}

/// <summary>A participant's place in the list.</summary>
public sealed record Member(ParticipantId Id, string Agency)
{
    /// <summary>Where the list goes on behind this one.</summary>
    public string Place => $"{Agency}/{Id}";
}
