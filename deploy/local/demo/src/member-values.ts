import type { MemberValues } from '@banyan/archives-service/members/member-fields';
import { type Day, isoOf } from './civil-date.ts';
import type { DemoMember } from './member.ts';

/** The record as archives knows it: what its form would hold. */
export function memberValues(member: DemoMember): MemberValues {
  return {
    name: member.name,
    formerName: null,
    sex: member.sex,
    ethnicity: member.ethnicity,
    bornOn: isoOf(member.born),
    nativePlace: member.nativePlace,
    education: member.education,
    degree: member.degree,
    school: member.school,
    major: member.major,
    workStartedOn: iso(member.workStartedOn),
    post: member.post,
    workUnit: member.workUnit,
    partyPost: member.partyPost,
    idNumber: member.idNumber,
    phone: member.phone,
    address: member.address,
    sectionId: member.sectionId,
    appliedOn: isoOf(member.appliedOn),
    activistOn: iso(member.activistOn),
    candidateOn: iso(member.candidateOn),
    joinedOn: iso(member.joinedOn),
    fullOn: iso(member.fullOn),
    lostContactOn: iso(member.lostContactOn),
    verifiedOn: iso(member.verifiedOn),
    outflow: member.outflow,
    introducers: [...member.introducers],
    cultivators: [...member.cultivators],
    awards: [...member.awards],
    penalties: [...member.penalties],
    family: [...member.family],
    resume: [...member.resume],
    note: null,
  };
}

function iso(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
}
